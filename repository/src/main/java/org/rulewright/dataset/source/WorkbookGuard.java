package org.rulewright.dataset.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.rulewright.dataset.source.SourceProblem.Code;

/**
 * Refuses workbooks that would hurt the reader: bombs, document types, too many parts.
 *
 * <p>Every part is unpacked once and counted, because the sizes a zip declares may be lies.
 */
final class WorkbookGuard {
  private static final int PARTS = 10_000;
  private static final int PROLOGUE = 4096;
  private static final int MAGIC = 4;

  /** A spreadsheet of plain numbers compresses well without being an attack. */
  private static final long UNSUSPICIOUS = 64L << 20;

  private WorkbookGuard() {}

  static boolean isZip(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC), new byte[] {'P', 'K', 3, 4});
    }
  }

  static void check(Path file, SourceLimits limits) throws IOException {
    long size = Files.size(file);
    if (size > limits.bytes()) {
      throw refusal(Code.TOO_LARGE, size, limits.bytes());
    }
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.size() > PARTS || zip.getEntry("xl/workbook.xml") == null) {
        throw refusal(Code.NOT_A_WORKBOOK);
      }
      long left = Math.min(limits.unpackedBytes(), Math.max(UNSUSPICIOUS, size * limits.ratio()));
      for (var part : zip.stream().toList()) {
        left -= checkedSize(zip, part, left);
      }
    } catch (ZipException e) {
      throw refusal(Code.NOT_A_WORKBOOK);
    }
  }

  private static long checkedSize(ZipFile zip, ZipEntry part, long left) throws IOException {
    try (InputStream in = zip.getInputStream(part)) {
      byte[] block = in.readNBytes(PROLOGUE);
      if (new String(block, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
        throw refusal(Code.NOT_A_WORKBOOK);
      }
      long size = block.length;
      byte[] more = new byte[1 << 16];
      for (int read = in.read(more); read >= 0; read = in.read(more)) {
        size += read;
        if (size > left) {
          throw refusal(Code.UNPACKED_TOO_LARGE, left);
        }
      }
      return size;
    }
  }

  static UnreadableSourceException refusal(Code code, Object... arguments) {
    return new UnreadableSourceException(SourceProblem.of(code, 0, arguments));
  }
}
