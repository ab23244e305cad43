package org.rulewright.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.ApiKeys;
import org.rulewright.access.Language;
import org.rulewright.access.NewUser;
import org.rulewright.access.Role;
import org.rulewright.access.UserChange;
import org.rulewright.access.Users;
import org.rulewright.asset.ContractInput;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.DraftEdit;
import org.rulewright.asset.Drafts;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.Reason;
import org.rulewright.asset.SaveResult;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyContract;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.database.OwnerDatabase;
import org.rulewright.decision.FactType;
import org.rulewright.release.ReleaseResult;
import org.rulewright.release.Releases;
import org.rulewright.version.CreateVersionResult;
import org.rulewright.version.Version;
import org.rulewright.version.Versions;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real server of decisions on a database of its own, one for all tests of a run. */
final class Platform {

  static final StrategyKey SME = new StrategyKey("sme");
  static final String PRODUCTION = "production";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static @Nullable Platform instance;
  private static boolean begun;

  @SpringBootApplication(scanBasePackages = "org.rulewright")
  static class Application {}

  final ConfigurableApplicationContext context;
  final HttpClient http = HttpClient.newHttpClient();
  final int port;
  private final Map<Role, String> keys = new EnumMap<>(Role.class);
  private final Actor strategist;
  private final Actor governor;

  private Platform(Path folder) {
    context =
        new SpringApplication(Application.class)
            .run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--rulewright.data=" + folder,
                "--spring.main.banner-mode=off");
    port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    strategist = person(Role.STRATEGIST);
    governor = person(Role.GOVERNOR);
    createStrategy();
    release(500_000);
  }

  static synchronized Platform running() {
    if (instance == null) {
      if (begun) {
        throw new IllegalStateException("the server did not start: see the first failure");
      }
      begun = true;
      try {
        var folder = Files.createTempDirectory(Path.of("/tmp"), "rulewright-api-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        instance = new Platform(folder);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    return instance;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  OwnerDatabase owner() {
    return bean(OwnerDatabase.class);
  }

  /** A key with one role, everywhere. */
  String key(Role role) {
    return keys.computeIfAbsent(role, wanted -> newKey(Set.of(wanted), Set.of()));
  }

  String newKey(Set<Role> roles, Set<String> environments) {
    var name = "key " + UUID.randomUUID().toString().substring(0, 8);
    return bean(ApiKeys.class).create(name, roles, environments, Actor.SYSTEM).secret();
  }

  /** Makes a version whose good cases get this amount, and releases it to production. */
  String release(int amount) {
    var drafts = bean(Drafts.class);
    var head = drafts.latest(SME);
    var edit = new DraftEdit(head.number(), model(amount), contract(), "tab", "");
    var saved = drafts.save(SME, edit, strategist);
    if (!(saved instanceof SaveResult.Saved)) {
      throw new IllegalStateException("not saved: " + saved);
    }
    var released = bean(Releases.class).release(version(amount).id(), PRODUCTION, governor);
    if (released instanceof ReleaseResult.Released done) {
      return done.release().digest();
    }
    throw new IllegalStateException("not released: " + released);
  }

  private Version version(int amount) {
    return switch (bean(Versions.class).create(SME, "amount " + amount, strategist)) {
      case CreateVersionResult.Created created -> created.version();
      case CreateVersionResult.Existing existing -> existing.version();
      case CreateVersionResult.Refused refused ->
          throw new IllegalStateException("no version: " + refused);
    };
  }

  private void createStrategy() {
    var wanted = new NewStrategy(SME, "小微企业", "Small enterprises", "test");
    var created = bean(Strategies.class).create(wanted, model(1), contract(), strategist);
    if (!(created instanceof CreateStrategyResult.Created)) {
      throw new IllegalStateException("not created: " + created);
    }
  }

  private static StrategyContract contract() {
    return new StrategyContract(
        "Answer",
        List.of(
            new ContractInput("sales", FactType.NUMBER, true),
            new ContractInput("years", FactType.NUMBER, false),
            new ContractInput("founded", FactType.DATE, false)),
        List.of(
            new Reason("GOOD_SALES", "销售额良好", "Good sales"),
            new Reason("LOW_SALES", "销售额过低", "Sales are too low"),
            new Reason("SHORT_HISTORY", "经营时间较短", "Short history")));
  }

  private static byte[] model(int amount) {
    try (var resource = Platform.class.getResourceAsStream("sme.dmn")) {
      var text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("AMOUNT", Integer.toString(amount)).getBytes(StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Actor person(Role... roles) {
    var data =
        new NewUser(
            "user-" + UUID.randomUUID().toString().substring(0, 12),
            "Somebody",
            "a-long-enough-Secret-77",
            Set.of(roles),
            Language.ZH);
    return ((UserChange.Changed) bean(Users.class).create(data, Actor.SYSTEM)).user().actor();
  }

  /** An answer with its body read as JSON where it is JSON. */
  record Answer(int status, String contentType, String body, HttpResponse<String> raw) {

    JsonNode json() {
      return JSON.readTree(body);
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  Answer send(HttpRequest request) {
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      var type = answer.headers().firstValue("Content-Type").orElse("");
      return new Answer(answer.statusCode(), type, answer.body(), answer);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  Answer get(String path, String key) {
    return send(request(path).header("Authorization", "Bearer " + key).build());
  }

  Answer post(String path, String key, String json, String... headers) {
    var request =
        request(path)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** Sends a CSV as a look-up table with one key column. */
  Answer importLookup(String key, String table, String column, String csv) {
    var body =
        part("key", table)
            + part("keys", column)
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"lookup.csv\"\r\n\r\n"
            + csv
            + "\r\n--b--\r\n";
    return send(
        request("/api/v1/lookups")
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  Answer uploadModel(String key, String model, String pmml, String expected) {
    return uploadModel(key, model, "risk.pmml", pmml.getBytes(StandardCharsets.UTF_8), expected);
  }

  Answer uploadModel(
      String key, String model, String fileName, byte[] file, @Nullable String expected) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(bytes(part("key", model)));
    body.writeBytes(bytes(head("file", fileName)));
    body.writeBytes(file);
    body.writeBytes(bytes("\r\n"));
    if (expected != null) {
      body.writeBytes(bytes(head("expected", "expected.csv") + expected + "\r\n"));
    }
    body.writeBytes(bytes("--b--\r\n"));
    return send(
        request("/api/v1/models")
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String head(String name, String fileName) {
    return "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
        .formatted(name, fileName);
  }

  private static String part(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  static String decisions(String environment) {
    return "/api/v1/environments/" + environment + "/strategies/sme/decisions";
  }

  Answer decide(String json, String... headers) {
    return post(decisions(PRODUCTION), key(Role.CALLER), json, headers);
  }
}
