package org.rulewright.decisiontable;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.FactRow;

/**
 * The bits of a table: each column says for a value which rules it satisfies, and the rules that
 * match are the AND of what the columns say.
 *
 * <p>A large table is divided: see {@link Division}.
 *
 * @see "docs/decisions/0001-compiled-tables-by-flat-bitsets.md"
 */
final class TableIndex {

  /** The facts need the careful way. */
  static final int UNCLEAR = -1;

  /** So many columns are held in local variables, which needs no memory. */
  static final int LOCAL_COLUMNS = 8;

  /** The dividing column first. */
  private final Column[] columns;

  /** A column that shares the rows of the second one: their numbers are added. */
  private final @Nullable Column partner;

  /** Of the whole table; 0 for a divided one. */
  private final int words;

  private final long[] bits;
  private final @Nullable Parts parts;
  private final int none;

  /** In how many places a word is read. */
  private final int streams;

  /** That of the layout seen last; threads may replace it, each by one that is right. */
  private Binding binding;

  /**
   * Takes the bits of a table.
   *
   * @param rules how many there are
   */
  TableIndex(
      Column[] columns,
      @Nullable Column partner,
      int rules,
      int words,
      long[] bits,
      @Nullable Parts parts) {
    this.columns = columns;
    this.partner = partner;
    this.words = words;
    this.bits = bits;
    this.parts = parts;
    this.streams = columns.length - (parts != null && parts.isFine() ? 1 : 0);
    this.binding = Binding.of(FactLayout.of(List.of()), columns, partner);
    this.none = parts == null ? words << 6 : rules;
  }

  /**
   * What {@link #first} returns where no rule matches: a number above those of the rules, so that
   * the caller can look the outcome up without asking first whether there is a hit.
   */
  int none() {
    return none;
  }

  /** Whether {@link #first} and {@link #only} may be used. */
  boolean isLocal() {
    return columns.length <= LOCAL_COLUMNS;
  }

  /** The columns, in the order {@link #first} takes their rows in. */
  Column[] columns() {
    return columns;
  }

  /** A column whose row is to be added to that of the second one. */
  @Nullable Column partner() {
    return partner;
  }

  /** How the table is divided; null where it is not. */
  @Nullable Parts parts() {
    return parts;
  }

  /** Of an undivided table. */
  int words() {
    return words;
  }

  long[] bits() {
    return bits;
  }

  /** The first rule all columns are satisfied with, {@link #none}, or {@link #UNCLEAR}. */
  int first(Map<String, ? extends @Nullable Object> facts, OffsetDateTime asOf) {
    return scan(facts, asOf, false);
  }

  /** The same, but {@link #UNCLEAR} if there is a second one. */
  int only(Map<String, ? extends @Nullable Object> facts, OffsetDateTime asOf) {
    return scan(facts, asOf, true);
  }

  private int scan(
      Map<String, ? extends @Nullable Object> facts, OffsetDateTime asOf, boolean only) {
    if (facts instanceof FactRow row) {
      return scan(row, asOf, only);
    }
    Column[] all = columns;
    int count = all.length;
    return scan(
        count > 0 ? all[0].row(facts, asOf) : 0,
        count > 1 ? all[1].row(facts, asOf) : 0,
        count > 2 ? all[2].row(facts, asOf) : 0,
        count > 3 ? all[3].row(facts, asOf) : 0,
        count > 4 ? all[4].row(facts, asOf) : 0,
        count > 5 ? all[5].row(facts, asOf) : 0,
        count > 6 ? all[6].row(facts, asOf) : 0,
        count > 7 ? all[7].row(facts, asOf) : 0,
        partner == null ? 0 : partner.row(facts, asOf),
        only);
  }

  private int scan(FactRow facts, OffsetDateTime asOf, boolean only) {
    Column[] all = columns;
    int count = all.length;
    Binding bound = bound(facts.layout());
    int[] slots = bound.slots;
    return scan(
        count > 0 ? row(all[0], facts, slots[0], asOf) : 0,
        count > 1 ? row(all[1], facts, slots[1], asOf) : 0,
        count > 2 ? row(all[2], facts, slots[2], asOf) : 0,
        count > 3 ? row(all[3], facts, slots[3], asOf) : 0,
        count > 4 ? row(all[4], facts, slots[4], asOf) : 0,
        count > 5 ? row(all[5], facts, slots[5], asOf) : 0,
        count > 6 ? row(all[6], facts, slots[6], asOf) : 0,
        count > 7 ? row(all[7], facts, slots[7], asOf) : 0,
        partner == null ? 0 : row(partner, facts, bound.partner, asOf),
        only);
  }

  private Binding bound(FactLayout layout) {
    Binding bound = binding;
    if (bound.layout != layout) {
      bound = Binding.of(layout, columns, partner);
      binding = bound;
    }
    return bound;
  }

  private static int row(Column column, FactRow facts, int slot, OffsetDateTime asOf) {
    return slot >= 0 ? column.row(facts.at(slot)) : column.row(facts, asOf);
  }

  /**
   * Where the columns find their variables in the rows of a layout.
   *
   * @param slots by column; -1 for one that is not a variable of the layout
   */
  private record Binding(FactLayout layout, int[] slots, int partner) {

    static Binding of(FactLayout layout, Column[] columns, @Nullable Column partner) {
      return new Binding(
          layout,
          Arrays.stream(columns).mapToInt(it -> slot(it, layout)).toArray(),
          partner == null ? -1 : slot(partner, layout));
    }

    private static int slot(Column column, FactLayout layout) {
      return column.input() instanceof ColumnInput.OfVariable(String name) ? layout.slot(name) : -1;
    }
  }

  /**
   * The same for rows of columns; those of columns that are not there are 0.
   *
   * @param p that of the partner
   */
  int scan(int a, int b, int c, int d, int e, int f, int g, int h, int p, boolean only) {
    if ((a | b | c | d | e | f | g | h | p) < 0) {
      return UNCLEAR;
    }
    Parts divided = parts;
    if (divided == null) {
      return words == 1
          ? inOneWord(a, b, c, d, e, f, g, h, only)
          : next(words, a, b + p, c, d, e, f, g, h, only);
    }
    int part = divided.partOf(a);
    int at = divided.base(part);
    int w = divided.words(part);
    int second = at + (b + p) * w;
    int third = at + c * w;
    int fourth = at + d * w;
    int fifth = at + e * w;
    int sixth = at + f * w;
    int seventh = at + g * w;
    int eighth = at + h * w;
    // In a part of one row all rules satisfy the dividing column.
    int hit =
        divided.isFine()
            ? next(w, second, third, fourth, fifth, sixth, seventh, eighth, at, only)
            : next(
                w,
                at + divided.ownRow(a) * w,
                second,
                third,
                fourth,
                fifth,
                sixth,
                seventh,
                eighth,
                only);
    return hit < 0 ? UNCLEAR : divided.rule(part, hit);
  }

  /** Without a branch on whether there is a hit: nobody could predict it. */
  private int inOneWord(int a, int b, int c, int d, int e, int f, int g, int h, boolean only) {
    long[] all = bits;
    long hits = all[a] & all[b] & all[c] & all[d] & all[e] & all[f];
    if (streams > 6) {
      hits &= all[g] & all[h];
    }
    return only && (hits & hits - 1) != 0 ? UNCLEAR : Long.numberOfTrailingZeros(hits);
  }

  /** The first bit set in all rows, or the number of bits. */
  private int next(
      int count, int a, int b, int c, int d, int e, int f, int g, int h, boolean only) {
    int w =
        streams <= 4
            ? wordOfFour(count, a, b, c, d)
            : streams <= 6
                ? wordOfSix(count, a, b, c, d, e, f)
                : wordOfEight(0, count, a, b, c, d, e, f, g, h);
    if (w == count) {
      return count << 6;
    }
    long[] all = bits;
    long hits = all[a + w] & all[b + w] & all[c + w] & all[d + w] & all[e + w] & all[f + w];
    hits &= all[g + w] & all[h + w];
    boolean another =
        only
            && ((hits & hits - 1) != 0
                || wordOfEight(w + 1, count, a, b, c, d, e, f, g, h) < count);
    return another ? UNCLEAR : w << 6 | Long.numberOfTrailingZeros(hits);
  }

  /** The first word in which the rows have a bit in common, or the number of words. */
  private int wordOfFour(int count, int a, int b, int c, int d) {
    long[] all = bits;
    for (int w = 0; w < count; w++) {
      if ((all[a + w] & all[b + w] & all[c + w] & all[d + w]) != 0) {
        return w;
      }
    }
    return count;
  }

  private int wordOfSix(int count, int a, int b, int c, int d, int e, int f) {
    long[] all = bits;
    for (int w = 0; w < count; w++) {
      if ((all[a + w] & all[b + w] & all[c + w] & all[d + w] & all[e + w] & all[f + w]) != 0) {
        return w;
      }
    }
    return count;
  }

  private int wordOfEight(
      int from, int count, int a, int b, int c, int d, int e, int f, int g, int h) {
    long[] all = bits;
    for (int w = from; w < count; w++) {
      long hits = all[a + w] & all[b + w] & all[c + w] & all[d + w] & all[e + w] & all[f + w];
      if ((hits & all[g + w] & all[h + w]) != 0) {
        return w;
      }
    }
    return count;
  }

  /** The row of each column, or null if one is unclear. */
  int @Nullable [] rows(Map<String, ? extends @Nullable Object> facts, OffsetDateTime asOf) {
    FactRow slotted = facts instanceof FactRow row ? row : null;
    Binding bound = slotted == null ? binding : bound(slotted.layout());
    int[] rows = new int[columns.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          slotted == null
              ? columns[i].row(facts, asOf)
              : row(columns[i], slotted, bound.slots[i], asOf);
      if (rows[i] < 0) {
        return null;
      }
    }
    if (partner != null) {
      int row =
          slotted == null ? partner.row(facts, asOf) : row(partner, slotted, bound.partner, asOf);
      if (row < 0) {
        return null;
      }
      rows[1] += row;
    }
    return rows;
  }

  /** All rules the columns are satisfied with, in order. */
  int[] hits(int[] rows) {
    Parts divided = parts;
    if (divided == null) {
      return hits(rows, 0, words);
    }
    int part = divided.partOf(rows[0]);
    int at = divided.base(part);
    int w = divided.words(part);
    int[] places = new int[rows.length];
    places[0] = at + divided.ownRow(rows[0]) * w;
    for (int i = 1; i < rows.length; i++) {
      places[i] = at + rows[i] * w;
    }
    int[] hits = hits(places, at, w);
    for (int i = 0; i < hits.length; i++) {
      hits[i] = divided.rule(part, hits[i]);
    }
    return hits;
  }

  /** Numbers of the bits that are set in all rows, of which the first has all bits of rules. */
  private int[] hits(int[] places, int all, int count) {
    int[] hits = new int[8];
    int found = 0;
    int streams = places.length;
    int a = streams > 0 ? places[0] : all;
    int b = streams > 1 ? places[1] : all;
    int c = streams > 2 ? places[2] : all;
    for (int w = 0; w < count; w++) {
      long word = bits[a + w] & bits[b + w] & bits[c + w];
      for (int i = 3; i < streams && word != 0; i++) {
        word &= bits[places[i] + w];
      }
      for (; word != 0; word &= word - 1) {
        if (found == hits.length) {
          hits = Arrays.copyOf(hits, found * 2);
        }
        hits[found++] = w << 6 | Long.numberOfTrailingZeros(word);
      }
    }
    return Arrays.copyOf(hits, found);
  }
}
