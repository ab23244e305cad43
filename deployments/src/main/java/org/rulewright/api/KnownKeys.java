package org.rulewright.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.rulewright.access.ApiKeys;
import org.springframework.stereotype.Component;

/**
 * Keys that were checked a moment ago, so that a busy caller costs no query for each request.
 *
 * <p>A revoked key therefore works for up to two seconds more.
 */
@Component
class KnownKeys {

  private static final Duration TRUSTED = Duration.ofSeconds(2);

  private final ApiKeys keys;
  private final Cache<String, KeyAuthentication> known =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(TRUSTED).build();

  KnownKeys(ApiKeys keys) {
    this.keys = keys;
  }

  Optional<KeyAuthentication> authenticate(String secret) {
    var fresh = known.getIfPresent(secret);
    if (fresh != null) {
      return Optional.of(fresh);
    }
    var checked = keys.authenticate(secret).map(KeyAuthentication::new);
    checked.ifPresent(key -> known.put(secret, key));
    return checked;
  }
}
