"""Why an engine gave no layout."""


class EngineFailure(Exception):
    """An engine is missing, failed, answered nonsense or overran a bound. The text completes "the
    engine …".
    """
