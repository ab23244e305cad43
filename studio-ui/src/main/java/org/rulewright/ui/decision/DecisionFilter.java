package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.Strategy;
import org.rulewright.decisionlog.DecisionId;
import org.rulewright.decisionlog.DecisionQuery;
import org.rulewright.environment.Environment;
import org.rulewright.ui.shell.Address;
import org.rulewright.ui.shell.Formats;

/** What decisions are looked for; the page's address keeps it. */
final class DecisionFilter extends Div {
  private static final List<String> VERDICTS = List.of("APPROVE", "DECLINE", "REFER");

  private final TextField subject = new TextField(tr("decision.subjectOrId"));
  private final DateTimePicker from = new DateTimePicker(tr("decision.from"));
  private final DateTimePicker to = new DateTimePicker(tr("decision.to"));
  private final ComboBox<String> verdict = new ComboBox<>(tr("decision.verdict"));
  private final TextField reason = new TextField(tr("decision.reasonCode"));
  private final ComboBox<String> environment = new ComboBox<>(tr("decision.environment"));
  private final ComboBox<String> strategy = new ComboBox<>(tr("decision.strategy"));
  private final TextField release = new TextField(tr("decision.release"));
  private final transient Map<String, AbstractField<?, ?>> fields = new LinkedHashMap<>();

  DecisionFilter(List<Strategy> strategies, List<Environment> environments, Runnable search) {
    addClassName("rw-filter");
    subject.addClassName("rw-wide");
    from.addClassName("rw-wide");
    to.addClassName("rw-wide");
    verdict.setItems(VERDICTS);
    verdict.setItemLabelGenerator(DecisionWords::verdict);
    environment.setItems(environments.stream().map(Environment::name).toList());
    environment.setItemLabelGenerator(name -> label(environments, name));
    strategy.setItems(strategies.stream().map(each -> each.key().value()).toList());
    strategy.setItemLabelGenerator(key -> name(strategies, key));
    name("subject", subject);
    name("verdict", verdict);
    name("reason", reason);
    name("environment", environment);
    name("strategy", strategy);
    name("release", release);
    List.of(verdict, environment, strategy).forEach(box -> box.setClearButtonVisible(true));
    List.of(subject, reason, release).forEach(text -> text.setClearButtonVisible(true));
    var go =
        new Button(
            tr("decision.search"),
            VaadinIcon.SEARCH.create(),
            click -> {
              remember();
              search.run();
            });
    go.addThemeNames("primary");
    go.setId("decisions-search");
    go.addClickShortcut(Key.ENTER);
    add(subject, from, to, verdict, reason, environment, strategy, release, go);
  }

  private void name(String parameter, AbstractField<?, ?> field) {
    field.setId("decisions-" + parameter);
    fields.put(parameter, field);
  }

  /** The id of a decision, where one was typed instead of a subject. */
  Optional<DecisionId> id() {
    return DecisionId.parse(subject.getValue().strip());
  }

  DecisionQuery query() {
    return DecisionQuery.ALL
        .withSubject(typed(subject.getValue()))
        .between(instant(from.getValue()), instant(to.getValue()))
        .withVerdict(verdict.getValue())
        .withReasonCode(typed(reason.getValue()))
        .withRelease(typed(release.getValue()))
        .of(environment.getValue(), strategy.getValue());
  }

  /** Takes up what the address says. */
  void recall(QueryParameters parameters) {
    parameters.getSingleParameter("subject").ifPresent(subject::setValue);
    parameters.getSingleParameter("reason").ifPresent(reason::setValue);
    parameters.getSingleParameter("release").ifPresent(release::setValue);
    parameters
        .getSingleParameter("verdict")
        .filter(VERDICTS::contains)
        .ifPresent(verdict::setValue);
    parameters
        .getSingleParameter("environment")
        .filter(environment.getListDataView()::contains)
        .ifPresent(environment::setValue);
    parameters
        .getSingleParameter("strategy")
        .filter(strategy.getListDataView()::contains)
        .ifPresent(strategy::setValue);
    parameters.getSingleParameter("from").flatMap(DecisionFilter::time).ifPresent(from::setValue);
    parameters.getSingleParameter("to").flatMap(DecisionFilter::time).ifPresent(to::setValue);
  }

  /** What is looked for, for the audit trail; that a subject was given, but not which. */
  Map<String, String> inWords() {
    var words = new LinkedHashMap<String, String>();
    chosen()
        .forEach((name, value) -> {
          if (!value.isEmpty()) {
            words.put(name, name.equals("subject") ? "…" : value);
          }
        });
    return words;
  }

  private void remember() {
    getUI().map(Address::of).ifPresent(address -> address.put(chosen()));
  }

  private Map<String, String> chosen() {
    var chosen = new LinkedHashMap<String, String>();
    fields.forEach((name, field) -> chosen.put(name, text(field.getValue())));
    chosen.put("from", text(from.getValue()));
    chosen.put("to", text(to.getValue()));
    return chosen;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString().strip();
  }

  private static Optional<LocalDateTime> time(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text));
    } catch (DateTimeParseException notATime) {
      return Optional.empty(); // an address typed by hand: the filter stays open
    }
  }

  private static @Nullable Instant instant(@Nullable LocalDateTime time) {
    return time == null ? null : time.atZone(Formats.here().zone()).toInstant();
  }

  private static @Nullable String typed(String typed) {
    return typed.isBlank() ? null : typed.strip();
  }

  private static String label(List<Environment> environments, String name) {
    return environments.stream()
        .filter(each -> each.name().equals(name))
        .map(each -> each.label(locale()))
        .findFirst()
        .orElse(name);
  }

  private static String name(List<Strategy> strategies, String key) {
    return strategies.stream()
        .filter(each -> each.key().value().equals(key))
        .map(each -> each.name(locale()))
        .findFirst()
        .orElse(key);
  }
}
