package org.rulewright.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.rulewright.value.ValueKind;
import org.rulewright.value.ValueSet;

/**
 * One thing a scorecard looks at.
 *
 * @param id of the decision that holds its table
 * @param name a word of letters, digits and underscores, unique in the card
 * @param input FEEL; usually the name of a fact or of another decision
 * @param label what people call it, empty where that is the name
 * @param baseline the points against which points lost are counted
 * @param reasonCode given where points are lost, unless the bin has its own; empty for none
 * @param bins tried in order: the first that takes the value counts
 */
public record Characteristic(
    String id,
    String name,
    String input,
    ValueKind kind,
    String label,
    BigDecimal baseline,
    String reasonCode,
    List<Bin> bins) {

  public Characteristic {
    bins = List.copyOf(bins);
    baseline = Bin.checked(baseline);
    if (input.isBlank() || bins.isEmpty()) {
      throw new IllegalArgumentException("a characteristic needs an input and a bin");
    }
    for (Bin bin : bins) {
      if (bin.takes().kind() != kind) {
        throw new IllegalArgumentException("a bin takes values of another kind");
      }
    }
  }

  /** The same with other bins. */
  public Characteristic with(List<Bin> changed) {
    return new Characteristic(id, name, input, kind, label, baseline, reasonCode, changed);
  }

  /** What each bin takes that none before it takes. */
  public List<ValueSet> taken() {
    List<ValueSet> taken = new ArrayList<>();
    ValueSet left = ValueSet.everything(kind);
    for (Bin bin : bins) {
      taken.add(left.and(bin.takes()));
      left = left.minus(bin.takes());
    }
    return taken;
  }

  /** The most points a bin has. */
  public BigDecimal mostPoints() {
    return bins.stream().map(Bin::points).reduce(BigDecimal::max).orElseThrow();
  }

  /** The reason a bin gives; empty for none. */
  public String reasonOf(Bin bin) {
    return bin.reasonCode().isEmpty() ? reasonCode : bin.reasonCode();
  }
}
