package org.rulewright.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts Spring Boot with its own automatic configuration, as the studio does. */
final class DatabaseConfigurationTest {

  private Path folder = Path.of("/");

  @BeforeEach
  void emptyFolder() throws IOException {
    folder = Files.createTempDirectory(Path.of("/tmp"), "rulewright-spring-");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }

  @AfterEach
  void remove() throws IOException {
    Folders.delete(folder);
  }

  @Test
  void theStudioStartsItsOwnDatabaseAndStopsItAfterItsPools() throws IOException {
    HikariDataSource pool;
    PostmasterFile running;
    try (var context = start(Map.of("rulewright.data", folder.toString()))) {
      pool = context.getBean(HikariDataSource.class);
      running =
          PostmasterFile.read(PostgresHome.clusterOf(DataFolder.attach(folder))).orElseThrow();
      assertThat(currentUser(context)).isEqualTo("rw_app");
      assertThatThrownBy(() -> DataFolder.open(folder))
          .isInstanceOf(StartRefusedException.FolderInUse.class);
    }
    assertThat(pool.isClosed()).isTrue();
    assertThat(StudioProcess.hasEnded(running.pid())).isTrue();
    DataFolder.open(folder).close();
  }

  @Test
  void aGivenDatabaseIsUsedInPlaceOfAnOwn() {
    try (var database = TestDatabase.fresh();
        var context = start(database.properties())) {
      assertThat(currentUser(context)).isEqualTo("rw_app");
      assertThat(
              context
                  .getBean(OwnerDatabase.class)
                  .jdbc()
                  .sql("SELECT current_user")
                  .query(String.class)
                  .single())
          .isEqualTo("rw_owner");
    }
  }

  @Test
  void aGivenDatabaseWithOneRoleWorksAndIsKnownToBeWeaker() {
    var logins =
        ExternalDatabase.logins(
                Map.of(
                        "spring.datasource.url", "jdbc:postgresql://db/x",
                        "spring.datasource.username", "u",
                        "spring.datasource.password", "p")
                    ::get)
            .orElseThrow();

    assertThat(logins.separated()).isFalse();
    assertThat(ExternalDatabase.logins(name -> null)).isEmpty();
  }

  private static String currentUser(ConfigurableApplicationContext context) {
    return context
        .getBean(JdbcClient.class)
        .sql("SELECT current_user")
        .query(String.class)
        .single();
  }

  private static ConfigurableApplicationContext start(Map<String, Object> properties) {
    return new SpringApplicationBuilder(Studio.class)
        .web(WebApplicationType.NONE)
        .properties(properties)
        .run();
  }

  /** As much of the studio as this needs; not annotated, so that no other test finds it. */
  @EnableAutoConfiguration
  @Import(DatabaseConfiguration.class)
  static class Studio {}
}
