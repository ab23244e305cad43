package org.rulewright.dmn;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisiontable.Aggregator;
import org.rulewright.decisiontable.HitPolicy;

/**
 * What a person does to the rules of a decision table.
 *
 * <p>Operations name rules by their ids, so one that is applied again changes nothing more: a page
 * that never saw the answer may send it twice.
 *
 * @see "docs/decisions/0027-decision-tables-in-a-grid-of-our-own.md"
 */
public sealed interface TableOperation {

  /** Writes cells; those of rules that are no longer there are passed over. */
  record SetCells(List<CellText> cells) implements TableOperation {
    public SetCells {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Puts rules in, in this order; one whose id is there already is passed over.
   *
   * @param before id of the rule they come before; empty, or of no rule, for the end
   */
  record InsertRules(List<NewRule> rules, String before) implements TableOperation {
    public InsertRules {
      rules = List.copyOf(rules);
    }
  }

  /** Takes rules out. */
  record DeleteRules(List<String> rules) implements TableOperation {
    public DeleteRules {
      rules = List.copyOf(rules);
    }
  }

  /**
   * Puts rules elsewhere, in this order.
   *
   * @param before id of the rule they come before, none of them; empty, or of no rule, for the end
   */
  record MoveRules(List<String> rules, String before) implements TableOperation {
    public MoveRules {
      rules = List.copyOf(rules);
    }
  }

  /** Says what becomes of several matches. */
  record SetHitPolicy(HitPolicy policy, @Nullable Aggregator aggregator)
      implements TableOperation {}

  /**
   * The text of one cell.
   *
   * @param column counts the columns of {@link TableSheet} from 0
   */
  record CellText(String rule, int column, String text) {}

  /**
   * A rule to put in.
   *
   * @param id no other element of the model has it
   * @param copyOf id of the rule it is a copy of, with everything we do not know of; may be empty
   * @param texts of its cells, at most as many as there are columns; the rest stays empty
   */
  record NewRule(String id, String copyOf, List<String> texts) {
    public NewRule {
      texts = List.copyOf(texts);
    }
  }
}
