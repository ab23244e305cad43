package org.rulewright.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.ApiKey;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A request that came with a valid key; the key's roles are its authorities. */
final class KeyAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1;

  private final transient ApiKey key;

  KeyAuthentication(ApiKey key) {
    super(authorities(key));
    this.key = key;
    setAuthenticated(true);
  }

  private static List<GrantedAuthority> authorities(ApiKey key) {
    return key.roles().stream()
        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
        .toList();
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public ApiKey getPrincipal() {
    return key;
  }
}
