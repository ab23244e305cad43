package org.rulewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.SharedMaterial;
import org.rulewright.access.Role;
import org.rulewright.dmn.TckCase;
import org.rulewright.serving.Json;
import org.rulewright.serving.PlainValue;
import org.rulewright.value.Temporals;
import org.rulewright.xml.SecureXml;
import org.rulewright.xml.Xml;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The open part of the DMN technology compatibility kit, over the wire. */
final class WorkbenchTckTest {

  /** Functions of Java are refused by design; the last folder is outside of the standard. */
  private static final List<String> LEFT_OUT = List.of("0076-feel-external-java", "non-compliant");

  private static final int CALLERS = 3;

  private static final BigDecimal TOLERANCE = new BigDecimal("1E-8");

  private final Platform platform = Platform.running();

  /** Numbers of FEEL may have thousands of digits. */
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNumberLength(10_000).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger counted = new AtomicInteger();

  @Test
  void theKitPassesThroughTheWorkbench() throws Exception {
    platform.key(Role.STRATEGIST);
    try (var callers = Executors.newFixedThreadPool(CALLERS)) {
      var running = new ArrayList<Future<?>>();
      for (var file : SharedMaterial.files("conformance/dmn-tck", ".xml")) {
        if (LEFT_OUT.stream().noneMatch(file.toString()::contains)) {
          running.add(
              callers.submit(() -> {
                run(file);
                return file;
              }));
        }
      }
      for (var one : running) {
        one.get();
      }
    }

    int cases = counted.get();
    double share = 100.0 * (cases - failures.size()) / cases;
    System.out.printf(
        "DMN TCK over the workbench API: %d of %d (%.2f %%)%n  %s%n",
        cases - failures.size(), cases, share, String.join("\n  ", failures));
    assertThat(share).as("%s", failures).isGreaterThanOrEqualTo(99.5);
  }

  private void run(Path file) throws Exception {
    var tests = SecureXml.read(Files.readAllBytes(file)).getDocumentElement();
    var name = Xml.child(tests, "modelName").orElseThrow().getTextContent().strip();
    var uploaded = upload(file.resolveSibling(name));
    assertThat(uploaded.status()).as("%s: %s", file, uploaded.body()).isEqualTo(201);
    var address = "/api/v1/workbench/models/" + uploaded.json().get("id").asString() + "/evaluate";
    for (var test : TckCase.of(tests)) {
      counted.incrementAndGet();
      for (var node : test.nodes()) {
        var answer = platform.post(address, platform.key(Role.STRATEGIST), request(test, node));
        if (answer.status() != 200 || !passes(test, node, JSON.readTree(answer.body()))) {
          failures.add(
              file.getFileName()
                  + " "
                  + test.id()
                  + ": expected "
                  + node
                  + ", got "
                  + answer.body());
          break;
        }
      }
    }
  }

  private static String request(TckCase test, TckCase.Expected node) {
    var body = new HashMap<String, @Nullable Object>();
    if (test.service() == null) {
      body.put("decision", node.name());
    } else {
      body.put("service", test.service());
    }
    body.put("inputs", PlainValue.of(test.inputs()));
    return new String(Json.MAPPER.writeValueAsBytes(body), StandardCharsets.UTF_8);
  }

  private Platform.Answer upload(Path main) throws IOException {
    var body = new ByteArrayOutputStream();
    part(body, "file", main);
    try (var siblings = Files.newDirectoryStream(main.toAbsolutePath().getParent(), "*.dmn")) {
      int number = 1;
      for (var sibling : siblings) {
        if (!sibling.getFileName().equals(main.getFileName())) {
          part(body, "file" + number++, sibling);
        }
      }
    }
    body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
    return platform.send(
        platform
            .request("/api/v1/workbench/models")
            .header("Authorization", "Bearer " + platform.key(Role.STRATEGIST))
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static void part(ByteArrayOutputStream body, String name, Path file) throws IOException {
    body.writeBytes(
        """
        --b\r
        Content-Disposition: form-data; name="%s"; filename="m.dmn"\r
        Content-Type: application/xml\r
        \r
        """
            .formatted(name)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(Files.readAllBytes(file));
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private static boolean passes(TckCase test, TckCase.Expected node, JsonNode answer) {
    var result = answer.get("result");
    if (result == null || result.isNull()) {
      return node.error() || node.value() == null;
    }
    if (node.error()) {
      return false;
    }
    return test.service() != null && result.has(node.name())
        ? alike(node.value(), result.get(node.name()))
        : alike(node.value(), result);
  }

  private static boolean alike(@Nullable Object expected, JsonNode given) {
    return switch (expected) {
      case null -> given.isNull();
      case BigDecimal number ->
          given.isNumber() && number.subtract(given.decimalValue()).abs().compareTo(TOLERANCE) <= 0;
      case Boolean truth -> given.isBoolean() && truth == given.booleanValue();
      case String text -> given.isString() && text.equals(given.asString());
      case List<?> list -> given.isArray() && alike(list, given);
      case Map<?, ?> context ->
          given.isObject()
              && given.size() == context.size()
              && context.keySet().stream()
                  .allMatch(key ->
                      given.has(String.valueOf(key))
                          && alike(context.get(key), given.get(String.valueOf(key))));
      case TemporalAmount amount -> given.isString() && sameAmount(amount, given.asString());
      case Temporal moment -> given.isString() && sameMoment(moment, given.asString());
      default -> false;
    };
  }

  private static boolean alike(List<?> expected, JsonNode given) {
    if (expected.size() != given.size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!alike(expected.get(i), given.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameAmount(TemporalAmount expected, String given) {
    var read = Temporals.duration(given);
    return expected instanceof Period months
        ? read.filter(Period.class::isInstance)
            .filter(it -> ((Period) it).toTotalMonths() == months.toTotalMonths())
            .isPresent()
        : read.filter(expected::equals).isPresent();
  }

  /** Moments with a zone are the same by instant. */
  private static boolean sameMoment(Temporal expected, String given) {
    if (expected.toString().equals(given)) {
      return true;
    }
    return switch (expected) {
      case ZonedDateTime zoned -> instant(given, zoned.toInstant().toString());
      case java.time.OffsetDateTime offset -> instant(given, offset.toInstant().toString());
      case OffsetTime time ->
          Temporals.time(given)
              .filter(it -> it instanceof OffsetTime other && other.isEqual(time))
              .isPresent();
      default ->
          Temporals.dateTime(given)
              .or(() -> Temporals.time(given))
              .filter(expected::equals)
              .isPresent();
    };
  }

  private static boolean instant(String given, String expected) {
    return ZonedDateTime.parse(given).toInstant().toString().equals(expected);
  }
}
