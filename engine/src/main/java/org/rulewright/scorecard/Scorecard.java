package org.rulewright.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as its author drew it: the score is the initial score and the points of one bin of
 * each characteristic; where a value is in no bin there is no score.
 *
 * <p>Reasons are the codes of the characteristics that lost points, the most points first, ties in
 * the order of the card, each code once. A characteristic that lost nothing gives no reason.
 *
 * @param id of the decision that gives the score
 * @param name of that decision: a word of letters, digits and underscores
 * @param reasons at most so many reason codes are given
 * @param scaling null where the sum is the score
 * @param decimals the score is rounded half up to so many decimals; null where it is not
 */
public record Scorecard(
    String id,
    String name,
    List<Characteristic> characteristics,
    BigDecimal initialScore,
    ReasonMethod method,
    int reasons,
    @Nullable Scaling scaling,
    @Nullable Integer decimals) {

  private static final Pattern ID = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]*");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final int MOST_DECIMALS = 20;

  public Scorecard {
    characteristics = List.copyOf(characteristics);
    initialScore = Bin.checked(initialScore);
    require(ID.matcher(id).matches(), "`" + id + "` is no id of a scorecard");
    require(NAME.matcher(name).matches(), "`" + name + "` is no name of a scorecard");
    require(!characteristics.isEmpty(), "a scorecard needs a characteristic");
    require(reasons >= 0, "a scorecard gives no fewer than 0 reasons");
    require(decimals == null || decimals >= 0 && decimals <= MOST_DECIMALS, "too many decimals");
    Set<String> ids = new HashSet<>(Set.of(id, id + "_reasons"));
    Set<String> names = new HashSet<>(Set.of("reasons"));
    for (Characteristic characteristic : characteristics) {
      require(NAME.matcher(characteristic.name()).matches(), "a characteristic needs a name");
      require(names.add(characteristic.name()), "`" + characteristic.name() + "` stands twice");
      Stream.concat(Stream.of(characteristic.id()), characteristic.bins().stream().map(Bin::id))
          .forEach(
              one -> require(ID.matcher(one).matches() && ids.add(one), "`" + one + "` is no id"));
    }
  }

  /** Id of the decision that ranks the reasons. */
  public String reasonsId() {
    return id + "_reasons";
  }

  /** Name of the decision that ranks the reasons. */
  public String reasonsName() {
    return name + "_reasons";
  }

  /** Name of the decision that gives the points of a characteristic. */
  public String nameOf(Characteristic characteristic) {
    return name + "_" + characteristic.name();
  }

  /** The same with another characteristic in the place of the one with its id. */
  public Scorecard with(Characteristic changed) {
    List<Characteristic> all = new ArrayList<>();
    characteristics.forEach(it -> all.add(it.id().equals(changed.id()) ? changed : it));
    return new Scorecard(id, name, all, initialScore, method, reasons, scaling, decimals);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
