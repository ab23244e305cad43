package org.rulewright.ui.access;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.Users;
import org.rulewright.ui.shell.PersonalScreen;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/** Who may open which address of the studio; the API has a chain of its own before this one. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class UiSecurity {

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE - 10)
  SecurityFilterChain studio(HttpSecurity http, Users users) {
    http.authenticationProvider(new PasswordCheck(users));
    http.authorizeHttpRequests(requests ->
        requests
            .requestMatchers("/rulewright/**", "/aura/**", "/actuator/health")
            .permitAll()
            .requestMatchers("/actuator/**")
            .hasAnyRole(Roles.OPERATOR, Roles.ADMINISTRATOR));
    http.with(
        VaadinSecurityConfigurer.vaadin(),
        vaadin ->
            vaadin
                .loginView(LoginView.class)
                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated)
                .addLogoutHandler(
                    (request, response, authentication) -> noteSignOut(authentication, users)));
    http.formLogin(
        form -> form.successHandler(new WelcomeHandler()).failureHandler(new RefusedHandler()));
    http.addFilterAfter(new EndedSessionFilter(users), SecurityContextHolderFilter.class);
    http.headers(HeadersConfigurer::disable);
    http.addFilterBefore(PageHeaders.filter(), CsrfFilter.class);
    return http.build();
  }

  @Bean
  PersonalScreen profile() {
    return new PersonalScreen(ProfileView.class, "access.profile.title");
  }

  private static void noteSignOut(@Nullable Authentication authentication, Users users) {
    if (authentication != null && authentication.getPrincipal() instanceof SignedIn person) {
      users.signedOut(person.user());
    }
  }
}
