package org.rulewright.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditTrail;
import org.rulewright.audit.AuditVerification;
import org.rulewright.blob.Blobs;
import org.rulewright.database.TestDatabase;
import org.rulewright.job.JobHandler;
import org.rulewright.job.JobRun;
import org.rulewright.job.Jobs;
import org.rulewright.signing.InstallationKey;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** Everything a studio stands on, put together by Spring Boot as in the studio. */
final class WiringTest {

  @Test
  void allServicesWorkTogether() throws Exception {
    try (var database = TestDatabase.fresh();
        var studio =
            new SpringApplicationBuilder(Studio.class)
                .web(WebApplicationType.NONE)
                .properties(database.properties())
                .run()) {
      var folder = Path.of(String.valueOf(database.properties().get("rulewright.data")));
      assertThat(folder.resolve(FirstRun.CODE_FILE)).as("nobody is there yet").exists();

      var key =
          studio.getBean(ApiKeys.class).create("k", Set.of(Role.CALLER), Set.of(), Actor.SYSTEM);
      assertThat(studio.getBean(ApiKeys.class).authenticate(key.secret())).isPresent();
      studio.getBean(Blobs.class).put(new ByteArrayInputStream(new byte[] {1}));
      assertThat(studio.getBean(InstallationKey.class).sign(new byte[] {1})).hasSize(64);

      var jobs = studio.getBean(Jobs.class);
      var id = jobs.submit("echo", "Echo", "\"hello\"", key.key().actor());
      var deadline = Instant.now().plus(Duration.ofSeconds(20));
      while (!jobs.find(id).orElseThrow().state().ended() && Instant.now().isBefore(deadline)) {
        Thread.sleep(10);
      }
      assertThat(jobs.find(id).orElseThrow().result()).isEqualTo("\"hello\"");
      assertThat(studio.getBean(AuditTrail.class).verify())
          .isInstanceOf(AuditVerification.Intact.class);
    }
  }

  /** As much of the studio as this needs; not annotated, so that no other test finds it. */
  @EnableAutoConfiguration
  @ComponentScan(
      basePackages = {
        "org.rulewright.database",
        "org.rulewright.audit",
        "org.rulewright.signing",
        "org.rulewright.blob",
        "org.rulewright.job",
        "org.rulewright.access"
      },
      // what other tests of these packages configure for themselves
      excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test\\$.*"))
  static class Studio {

    @Bean
    JobHandler echo() {
      return new JobHandler() {
        @Override
        public String kind() {
          return "echo";
        }

        @Override
        public boolean resumable() {
          return true;
        }

        @Override
        public String run(JobRun run) {
          return run.parameters();
        }
      };
    }
  }
}
