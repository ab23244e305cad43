package org.rulewright.api;

import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** Gives springdoc the description that is written by hand. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:org/rulewright/api/api.properties")
class ApiDescription {

  static final String RESOURCE = "org/rulewright/api/openapi.yaml";

  @Bean
  OpenAPI openApi() {
    try (var yaml = new ClassPathResource(RESOURCE).getInputStream()) {
      return Yaml31.mapper().readValue(yaml, OpenAPI.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
