"""Django's cache in Redis, without which the site is slower and otherwise the same."""

import logging
from functools import cache, wraps

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

from networks.pauses import InPause, Pauses

from ..release import release

MOST_OWED = 1000

logger = logging.getLogger(__name__)


class Line:
    """What this process's threads know together of one Redis. ``owed`` are the keys of values that were to change
    while it was away: it may still hold them as they were."""

    def __init__(self):
        self.pauses = Pauses()
        self.owed = set()

    def owe(self, keys):
        if len(self.owed) <= MOST_OWED:
            self.owed |= set(keys)


line_to = cache(lambda server: Line())


def kept_or(missing, owed=lambda *args: ()):
    """A method of ``RedisCache`` that answers what ``missing`` gives while Redis does not answer.

    ``owed``, of the first argument, gives the keys of which Redis may hold something else when it is back.
    """

    def decorate(name):
        method = getattr(RedisCache, name)

        @wraps(method)
        def call(self, *args, **kwargs):
            answered, answer = self.ask(method, *args, **kwargs)
            if answered:
                return answer
            self.line.owe(self.make_key(key, kwargs.get("version")) for key in owed(*args[:1]))
            return missing(*args, **kwargs)

        return call

    return decorate


def _one(key):
    return (key,)


class SharedCache(RedisCache):
    """``RedisCache``, except that nothing is kept while Redis is away: a fault is logged, and for some seconds after
    it Redis is not asked again. Keys belong to one release, whose classes the kept objects are of.

    ``add`` then says that it has stored the value, since whoever asks wants to be the first; ``incr`` counts from 0.
    """

    def __init__(self, server, params):
        super().__init__(server, params)
        self.key_prefix = f"{self.key_prefix}{release()}"
        self.line = line_to(str(server))

    def answers(self):
        """Whether Redis answers. Raises nothing."""
        return self.ask(lambda cache: cache._cache.get_client(None).ping())[0]

    def ask(self, method, *args, **kwargs):
        """``(True, the answer)``, or ``(False, None)`` while Redis does not answer."""
        try:
            self.line.pauses.enter()
            self._pay()
            answer = method(self, *args, **kwargs)
        except InPause:
            return False, None
        except RedisError as error:
            self.line.pauses.failed()
            logger.warning("Redis does not answer, so nothing is kept for a while: %s", type(error).__name__)
            return False, None
        except ValueError:  # of ``incr``, for a key that Redis does not hold
            self.line.pauses.reset()
            raise
        self.line.pauses.reset()
        return True, answer

    def _pay(self):
        """Forget what has changed while Redis was away."""
        if owed := set(self.line.owed):
            self._cache.clear() if len(owed) > MOST_OWED else self._cache.delete_many(owed)
            self.line.owed -= owed

    get = kept_or(lambda key, default=None, version=None: default)("get")
    get_many = kept_or(lambda keys, version=None: {})("get_many")
    has_key = kept_or(lambda key, version=None: False)("has_key")
    touch = kept_or(lambda key, *args, **kwargs: False)("touch")
    set = kept_or(lambda key, *args, **kwargs: None, _one)("set")
    set_many = kept_or(lambda data, *args, **kwargs: list(data), tuple)("set_many")
    add = kept_or(lambda key, *args, **kwargs: True)("add")
    incr = kept_or(lambda key, delta=1, version=None: delta)("incr")
    delete = kept_or(lambda key, version=None: False, _one)("delete")
    delete_many = kept_or(lambda keys, version=None: None, tuple)("delete_many")
    clear = kept_or(lambda: False)("clear")
