package org.rulewright.decisionlog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first stored format of payloads: JSON, deflated with a dictionary of the words every payload
 * holds.
 *
 * <p>INVARIANT: neither the dictionary nor the names of the payload's parts ever change; a new
 * format gets a new number and a new class, and this one stays to read old records.
 */
final class PayloadFormat {

  static final byte NUMBER = 1;

  /** Most frequent at the end, where deflate reaches it with the shortest distance. */
  private static final byte[] DICTIONARY =
      """
      "lookups":{},"scores":{},"problems":[],"delegated":true"explained":true,"language":"en"\
      "DATE_TIME""DURATION""CONTEXT""LIST""DATE""TIME""ANY""state":"MISSING""state":"NULL"\
      "LITERAL_EXPRESSION","kind":"DECISION_TABLE","hits":["_"],"value":null,"delegated":false},\
      "termMonths":"grade":"score":"reasonCodes":["amount":"rate":"verdict":"REFER""DECLINE""APPROVE"\
      "outputs":{"reasons":[{"code":"MISSING_DATA","text":"trace":[{"decisionId":"_","decisionName":"\
      {"subject":"91130200MA0","asOf":"2026-01-01T00:00:00Z","language":"zh","explained":false,\
      "facts":[{"name":"","type":"BOOLEAN","state":"GIVEN","value":true,"source":"request"},\
      {"name":"","type":"TEXT","state":"GIVEN","value":"","source":"request"},\
      {"name":"","type":"NUMBER","state":"GIVEN","value":0,"source":"request"},\
      """
          .getBytes(StandardCharsets.UTF_8);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** A deflater holds a quarter of a megabyte outside the heap: dear to make, cheap to reset. */
  private static final BlockingQueue<Deflater> DEFLATERS = new ArrayBlockingQueue<>(64);

  private PayloadFormat() {}

  static byte[] write(DecisionPayload payload) {
    var json = JSON.writeValueAsBytes(payload);
    var pooled = DEFLATERS.poll();
    var deflater = pooled == null ? new Deflater(Deflater.BEST_SPEED, true) : pooled;
    deflater.reset();
    deflater.setDictionary(DICTIONARY);
    deflater.setInput(json);
    deflater.finish();
    var out = new ByteArrayOutputStream(json.length / 2 + 64);
    var buffer = new byte[1024];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    if (!DEFLATERS.offer(deflater)) {
      deflater.end();
    }
    return out.toByteArray();
  }

  static DecisionPayload read(byte[] stored) {
    var inflater = new Inflater(true);
    inflater.setDictionary(DICTIONARY);
    try (InputStream json = new InflaterInputStream(new ByteArrayInputStream(stored), inflater)) {
      return JSON.readValue(json, DecisionPayload.class);
    } catch (IOException broken) {
      throw new UncheckedIOException("stored payload is damaged", broken);
    } finally {
      inflater.end();
    }
  }
}
