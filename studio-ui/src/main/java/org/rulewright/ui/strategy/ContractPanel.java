package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.rulewright.asset.ContractInput;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.Reason;
import org.rulewright.asset.StrategyContract;
import org.rulewright.asset.StrategyModel;
import org.rulewright.decision.FactType;
import org.rulewright.dmn.DmnDecision;
import org.rulewright.xml.UnreadableModelException;

/** What the strategy promises to its callers: entry, facts, reasons. */
class ContractPanel extends Div {
  private final transient Consumer<StrategyContract> changed;
  private final transient FeatureChoices features;
  private final ComboBox<String> entry = new ComboBox<>(tr("strategy.contract.entry"));
  private final Div inputLines = new Div();
  private final Div reasonLines = new Div();
  private final transient List<InputLine> inputs = new ArrayList<>();
  private final transient List<ReasonLine> reasons = new ArrayList<>();
  private final boolean editable;
  private transient List<String> offered = List.of();
  private transient StrategyContract shown = new StrategyContract("", List.of(), List.of());

  ContractPanel(FeatureChoices features, boolean editable, Consumer<StrategyContract> changed) {
    this.features = features;
    this.editable = editable;
    this.changed = changed;
    addClassName("rw-contract");
    inputLines.addClassName("rw-contract-lines");
    reasonLines.addClassName("rw-contract-lines");
    entry.setHelperText(tr("strategy.contract.entry.help"));
    entry.setWidth("24rem");
    entry.setReadOnly(!editable);
    entry.addValueChangeListener(change -> tell(change.isFromClient()));
    add(
        part("strategy.contract.answer", "strategy.contract.answer.help", entry),
        part(
            "strategy.contract.inputs",
            "strategy.contract.inputs.help",
            inputLines,
            adder("strategy.contract.addInput", this::addInput)),
        part(
            "strategy.contract.reasons",
            "strategy.contract.reasons.help",
            reasonLines,
            adder("strategy.contract.addReason", this::addReason)));
  }

  /** Shows the contract of a revision, unless it is what the person has just written. */
  void show(DraftRevision revision) {
    offer(decisions(revision));
    if (revision.contract().equals(shown) && revision.contract().equals(read())) {
      return;
    }
    shown = revision.contract();
    entry.setValue(shown.entry().isEmpty() ? null : shown.entry());
    inputs.clear();
    inputLines.removeAll();
    shown.inputs().forEach(this::add);
    reasons.clear();
    reasonLines.removeAll();
    shown.reasons().forEach(this::add);
  }

  // Setting items empties the field: only when they really changed, and what was chosen stays.
  private void offer(List<String> names) {
    if (!names.equals(offered)) {
      offered = names;
      var chosen = entry.getValue();
      entry.setItems(names);
      entry.setValue(names.contains(chosen) ? chosen : null);
    }
  }

  private static List<String> decisions(DraftRevision revision) {
    try {
      var model = StrategyModel.read(revision.content());
      var flow = model.flow();
      return Stream.concat(
              flow == null || flow.name().isBlank() ? Stream.empty() : Stream.of(flow.name()),
              model.dmn().decisions().stream().map(DmnDecision::name))
          .distinct()
          .toList();
    } catch (UnreadableModelException impossible) {
      throw new IllegalStateException("a stored draft can no longer be read", impossible);
    }
  }

  private static Section part(String title, String help, Component... content) {
    var part = new Section(new H2(tr(title)), new Paragraph(tr(help)));
    part.add(content);
    return part;
  }

  private Button adder(String text, Runnable add) {
    var button = new Button(tr(text), VaadinIcon.PLUS.create(), click -> add.run());
    button.setVisible(editable);
    return button;
  }

  private void addInput() {
    add(new ContractInput("", FactType.NUMBER, false));
    inputs.getLast().focus();
  }

  private void addReason() {
    add(new Reason("", "", ""));
    reasons.getLast().focus();
  }

  private void add(ContractInput input) {
    var line = new InputLine(input, features.all(), editable, () -> tell(true), this::remove);
    inputs.add(line);
    inputLines.add(line);
  }

  private void add(Reason reason) {
    var line = new ReasonLine(reason, editable, () -> tell(true), this::remove);
    reasons.add(line);
    reasonLines.add(line);
  }

  private void remove(InputLine line) {
    inputs.remove(line);
    inputLines.remove(line);
    tell(true);
  }

  private void remove(ReasonLine line) {
    reasons.remove(line);
    reasonLines.remove(line);
    tell(true);
  }

  private StrategyContract read() {
    var chosen = entry.getValue();
    return new StrategyContract(
        chosen == null ? "" : chosen,
        inputs.stream().map(InputLine::read).toList(),
        reasons.stream().map(ReasonLine::read).toList());
  }

  private void tell(boolean byPerson) {
    var written = read();
    if (byPerson && !written.equals(shown)) {
      shown = written;
      changed.accept(written);
    }
  }
}
