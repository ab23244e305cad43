package org.rulewright.decisiontree;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontree.TreeNode.Leaf;
import org.rulewright.decisiontree.TreeNode.Split;
import org.rulewright.value.Range;
import org.rulewright.value.ValueKind;
import org.rulewright.value.ValueSet;

/** Trees of every shape, and facts on and beside what they ask for. */
public final class RandomTree {

  private static final List<TreeInput> INPUTS =
      List.of(
          TreeInput.of("income", ValueKind.NUMBER),
          new TreeInput("负债率", ValueKind.NUMBER, "Debt ratio"),
          TreeInput.of("grade", ValueKind.TEXT),
          TreeInput.of("since", ValueKind.DATE),
          TreeInput.of("owner", ValueKind.BOOLEAN));

  private static final List<String> TEXTS = List.of("A", "B", "C 1", "信用\"好\"", "a, b", "x\\y");

  private final RandomGenerator random;
  private final boolean reasons;
  private final boolean computed;
  private final List<TreeNode> nodes = new ArrayList<>();
  private final List<TreeOutput> outputs;
  private int leaves;

  public RandomTree(RandomGenerator random) {
    this.random = random;
    this.reasons = random.nextInt(3) == 0;
    this.computed = random.nextInt(3) == 0;
    this.outputs =
        random.nextBoolean()
            ? List.of(new TreeOutput("verdict", FactType.TEXT))
            : List.of(
                new TreeOutput("verdict", FactType.TEXT), new TreeOutput("limit", FactType.NUMBER));
  }

  public TreeDefinition tree() {
    nodes.clear();
    String root = node(random.nextInt(5));
    return new TreeDefinition("tree_1", "Offer", INPUTS, outputs, root, nodes);
  }

  private String node(int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return leaf();
    }
    String id = "n" + nodes.size();
    int place = nodes.size();
    nodes.add(Leaf.of(id, "null"));
    int input = random.nextInt(INPUTS.size());
    ValueKind kind = INPUTS.get(input).kind();
    List<Branch> branches = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      branches.add(new Branch(values(kind), node(depth - 1), random.nextInt(4) == 0 ? "yes" : ""));
    }
    if (random.nextInt(3) > 0) {
      branches.add(Branch.to(node(depth - 1), ValueSet.present(kind)));
    }
    String missing = random.nextInt(3) == 0 ? null : node(depth - 1);
    nodes.set(
        place,
        new Split(
            id,
            random.nextInt(3) == 0 ? "Question " + id : "",
            random.nextInt(3) == 0 ? new Position(random.nextInt(900), 12.5) : null,
            input,
            branches,
            missing));
    return id;
  }

  private String leaf() {
    String id = "leaf_" + leaves++;
    List<String> says = new ArrayList<>();
    says.add(random.nextInt(12) == 0 ? "null" : "\"V" + random.nextInt(4) + "\"");
    if (outputs.size() > 1) {
      says.add(
          computed && random.nextInt(3) == 0 ? "income * 2" : String.valueOf(random.nextInt(9000)));
    }
    List<String> codes = reasons ? List.of("R1", "R\"2").subList(0, random.nextInt(3)) : List.of();
    nodes.add(new Leaf(id, "", null, says, codes));
    return id;
  }

  private ValueSet values(ValueKind kind) {
    ValueSet set =
        switch (kind) {
          case NUMBER, DATE -> ValueSet.of(kind, range(kind));
          case BOOLEAN -> ValueSet.of(kind, random.nextBoolean());
          case TEXT -> {
            Set<String> some = new LinkedHashSet<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
              some.add(any(TEXTS));
            }
            yield ValueSet.of(kind, List.copyOf(some));
          }
        };
    if (set.isEmpty()) { // of days, those between two neighbours are none
      return values(kind);
    }
    if (random.nextInt(8) == 0 && !set.not().withoutNull().isEmpty()) {
      return set.not().withoutNull();
    }
    return random.nextInt(6) == 0 ? set.or(values(kind)) : set;
  }

  private Range range(ValueKind kind) {
    Object low = threshold(kind);
    Object high = threshold(kind);
    return switch (random.nextInt(6)) {
      case 0 -> Range.below(high);
      case 1 -> Range.atMost(high);
      case 2 -> Range.above(low);
      case 3 -> Range.atLeast(low);
      case 4 -> new Range(low, true, low, true);
      default -> {
        boolean ascending =
            low instanceof LocalDate a
                ? a.isBefore((LocalDate) high)
                : ((BigDecimal) low).compareTo((BigDecimal) high) < 0;
        yield ascending
            ? new Range(low, random.nextBoolean(), high, random.nextBoolean())
            : new Range(low, true, low, true);
      }
    };
  }

  private Object threshold(ValueKind kind) {
    return kind == ValueKind.DATE
        ? LocalDate.of(2020, 1, 1).plusDays(random.nextInt(6))
        : any(
            List.of(
                new BigDecimal("-3.5"),
                BigDecimal.ZERO,
                new BigDecimal("0.1"),
                new BigDecimal("2.50"),
                new BigDecimal("1000"),
                new BigDecimal("12345678901234567.125")));
  }

  /** Facts on a threshold, just beside it, null, missing, or anything. */
  public Map<String, @Nullable Object> facts() {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (TreeInput input : INPUTS) {
      int chance = random.nextInt(8);
      if (chance == 0) {
        facts.put(input.expression(), null);
      } else if (chance > 1) {
        facts.put(input.expression(), fact(input.kind()));
      }
    }
    return facts;
  }

  private Object fact(ValueKind kind) {
    return switch (kind) {
      case TEXT -> random.nextInt(4) == 0 ? "elsewhere" : any(TEXTS);
      case BOOLEAN -> random.nextBoolean();
      case DATE -> ((LocalDate) threshold(kind)).plusDays(random.nextInt(3) - 1);
      case NUMBER -> {
        BigDecimal near = (BigDecimal) threshold(kind);
        yield switch (random.nextInt(4)) {
          case 0 -> near;
          case 1 -> near.add(new BigDecimal("0.000000001"));
          case 2 -> near.subtract(new BigDecimal("0.000000001"));
          default -> (long) random.nextInt(2000) - 500;
        };
      }
    };
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
