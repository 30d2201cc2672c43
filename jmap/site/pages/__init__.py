"""The pages over all journeys of a site, each made from summaries alone."""
