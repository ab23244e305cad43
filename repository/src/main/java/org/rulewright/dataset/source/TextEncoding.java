package org.rulewright.dataset.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The encodings a delivered text file may have. */
public enum TextEncoding {
  UTF_8(StandardCharsets.UTF_8),
  /** The Chinese national standard; GBK and GB2312 are parts of it. */
  GB18030(Charset.forName("GB18030")),
  UTF_16LE(StandardCharsets.UTF_16LE),
  UTF_16BE(StandardCharsets.UTF_16BE);

  private final Charset charset;

  TextEncoding(Charset charset) {
    this.charset = charset;
  }

  public Charset charset() {
    return charset;
  }
}
