package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.Objects;
import java.util.function.Consumer;
import org.rulewright.asset.SaveResult;
import org.rulewright.version.Differences;
import org.rulewright.version.Reuse.Used;

/** Shows what the newer version of rules changes, cell by cell, and takes it. */
class NewerRulesDialog extends Dialog {

  /**
   * @param used an import that can be newer
   */
  NewerRulesDialog(DraftDesk desk, StrategyParts parts, Used used, Consumer<SaveResult> done) {
    var before = Objects.requireNonNull(used.version());
    var after = Objects.requireNonNull(used.newest());
    setHeaderTitle(
        tr(
            "strategy.imports.newer.title",
            parts.name(after.strategy()),
            before.number(),
            after.number()));
    setWidth("min(96vw, 76rem)");
    setHeight("80vh");
    add(CompareDialog.result(Differences.between(before.content(), after.content())));
    var take =
        new Button(
            tr("strategy.imports.newer.take"),
            click -> {
              close();
              done.accept(
                  desk.taken(
                      parts
                          .reuse()
                          .take(
                              desk.head(),
                              after,
                              used.line().namespace(),
                              desk.session(),
                              desk.actor())));
            });
    take.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(tr("shell.cancel"), click -> close()), take);
  }
}
