"use strict";
/* Days that have passed by the reader's own clock. */
{
  const now = new Date();
  const two = number => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  for (const day of document.querySelectorAll("time.due")) {
    if (day.dateTime >= today) continue;
    const mark = document.createElement("strong");
    mark.className = "overdue";
    mark.textContent = day.dataset.overdue;
    day.after(" ", mark);
  }
}
