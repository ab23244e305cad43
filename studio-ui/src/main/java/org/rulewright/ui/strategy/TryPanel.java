package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rulewright.asset.ContractInput;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.StrategyContent;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Trace;
import org.rulewright.ui.shell.Messages;
import org.rulewright.version.CompiledVersion;
import org.rulewright.version.UsedValues;

/** Tries the draft on facts typed in: the outcome, and the rows that were hit light up. */
class TryPanel extends Div {
  private final transient Supplier<DraftRevision> draft;
  private final transient Function<StrategyContent, CompiledVersion> compile;
  private final transient Consumer<Trace> lightUp;
  private final Div fields = new Div();
  private final Div answer = new Div();
  private final transient Map<String, FactInput> inputs = new LinkedHashMap<>();
  private transient List<ContractInput> shown = List.of();

  TryPanel(
      Supplier<DraftRevision> draft,
      Function<StrategyContent, CompiledVersion> compile,
      Consumer<Trace> lightUp) {
    this.draft = draft;
    this.compile = compile;
    this.lightUp = lightUp;
    addClassName("rw-try");
    fields.addClassName("rw-try-fields");
    answer.addClassName("rw-try-answer");
    answer.getElement().setAttribute("aria-live", "polite");
    var run = new Button(tr("strategy.try.run"), click -> run());
    run.addThemeVariants(ButtonVariant.PRIMARY);
    add(new H2(tr("strategy.try.title")), fields, run, answer);
  }

  /** Offers a field for each input of the draft; what was typed stays. */
  void refresh() {
    var contract = draft.get().contract().inputs();
    if (contract.equals(shown)) {
      return;
    }
    var before = typed();
    shown = contract;
    inputs.clear();
    fields.removeAll();
    for (ContractInput input : contract) {
      var field = new FactInput(input);
      field.set(before.get(input.feature()));
      inputs.put(input.feature(), field);
      fields.add(field.component());
    }
    if (contract.isEmpty()) {
      fields.add(new Paragraph(tr("strategy.try.noInputs")));
    }
  }

  private Map<String, Object> typed() {
    Map<String, Object> typed = new LinkedHashMap<>();
    inputs.forEach((name, input) -> input.value().ifPresent(value -> typed.put(name, value)));
    return typed;
  }

  private void run() {
    answer.removeAll();
    var revision = draft.get();
    var checked = revision.contract().schema().check(typed());
    if (!checked.accepted()) {
      lightUp.accept(Trace.EMPTY);
      complain(tr("strategy.try.wrongFacts"), checked.problems());
      return;
    }
    try (var compiled = compile.apply(revision.content())) {
      show(compiled.evaluate(checked.facts(), OffsetDateTime.now(), true, UsedValues.fresh()));
    }
  }

  private void show(Outcome outcome) {
    lightUp.accept(outcome.trace());
    switch (outcome) {
      case Outcome.Decided decided -> answer.add(new OutcomeList(decided.value()));
      case Outcome.Failed failed -> complain(tr("strategy.try.failed"), failed.problems());
    }
    answer.add(new Paragraph(path(outcome.trace())));
  }

  private static String path(Trace trace) {
    return trace.steps().stream()
        .map(step ->
            step.hits().isEmpty()
                ? step.decisionName()
                : tr("strategy.try.step", step.decisionName(), step.hits().size()))
        .reduce((one, next) -> one + " → " + next)
        .orElse("");
  }

  private void complain(String heading, List<Diagnostic> problems) {
    var box = new Complaint();
    box.show(heading);
    problems.forEach(problem -> box.add(new Paragraph(problem.message(Messages.locale()))));
    answer.add(box);
  }

  /** Forgets the answer: the draft it was about has changed. */
  void forget() {
    answer.removeAll();
  }
}
