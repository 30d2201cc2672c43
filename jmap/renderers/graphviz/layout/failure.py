"""Why an engine gave no layout."""


class EngineFailure(Exception):  # noqa: N818
    """An engine is missing, failed, answered nonsense or overran a bound. The text completes "the
    engine …".
    """
