package org.rulewright.dataset.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.Arrays;
import org.rulewright.dataset.source.SourceProblem.Code;

/**
 * Tells the encoding of a text by its mark or, without one, by what its bytes can be.
 *
 * <p>Chinese text in GB18030 is practically never valid UTF-8, so the first megabyte of bytes
 * beyond ASCII decides. Plain ASCII is read on, because the first Chinese word may stand far down.
 */
final class EncodingSniffer {
  private static final int BLOCK = 1 << 18;
  private static final int BLOCKS_THAT_DECIDE = 4;

  private EncodingSniffer() {}

  static TextEncoding sniff(Path file, SourceLimits limits) throws IOException {
    try (var bytes = Unpacked.open(file, limits)) {
      byte[] block = bytes.readNBytes(BLOCK);
      refuseBinary(block);
      if (startsWith(block, 0xFF, 0xFE)) {
        return TextEncoding.UTF_16LE;
      }
      if (startsWith(block, 0xFE, 0xFF)) {
        return TextEncoding.UTF_16BE;
      }
      return utf8OrChinese(bytes, block);
    }
  }

  private static TextEncoding utf8OrChinese(Unpacked bytes, byte[] first) throws IOException {
    var utf8 = new Trial(TextEncoding.UTF_8);
    var chinese = new Trial(TextEncoding.GB18030);
    int decided = 0;
    for (byte[] block = first; block.length > 0 && decided < BLOCKS_THAT_DECIDE; ) {
      utf8.take(block);
      chinese.take(block);
      decided += isAscii(block) ? 0 : 1;
      block = bytes.readNBytes(BLOCK);
    }
    if (utf8.possible) {
      return TextEncoding.UTF_8;
    }
    if (chinese.possible) {
      return TextEncoding.GB18030;
    }
    throw new UnreadableSourceException(SourceProblem.of(Code.UNKNOWN_ENCODING, 0));
  }

  private static void refuseBinary(byte[] block) throws UnreadableSourceException {
    boolean utf16 = startsWith(block, 0xFF, 0xFE) || startsWith(block, 0xFE, 0xFF);
    for (byte b : utf16 ? new byte[0] : block) {
      if (b == 0) {
        throw new UnreadableSourceException(SourceProblem.of(Code.NOT_A_TEXT, 0));
      }
    }
  }

  private static boolean startsWith(byte[] block, int first, int second) {
    return block.length > 1 && (block[0] & 0xff) == first && (block[1] & 0xff) == second;
  }

  private static boolean isAscii(byte[] block) {
    for (byte b : block) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** One encoding tried on block after block; a character cut by a block's end is carried over. */
  private static final class Trial {
    private final CharsetDecoder decoder;
    private final CharBuffer out = CharBuffer.allocate(BLOCK + 16);
    private byte[] carried = new byte[0];
    private boolean possible = true;

    Trial(TextEncoding encoding) {
      decoder =
          encoding
              .charset()
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    void take(byte[] block) {
      if (!possible) {
        return;
      }
      byte[] joined = Arrays.copyOf(carried, carried.length + block.length);
      System.arraycopy(block, 0, joined, carried.length, block.length);
      var in = ByteBuffer.wrap(joined);
      out.clear();
      possible = !decoder.decode(in, out, false).isError();
      carried = Arrays.copyOfRange(joined, in.position(), joined.length);
    }
  }
}
