package org.rulewright.ui.access;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rulewright.access.ApiKeys;
import org.rulewright.access.KeyRefusedException;
import org.rulewright.access.Role;
import org.rulewright.environment.Environment;
import org.rulewright.ui.shell.Messages;
import org.rulewright.ui.shell.SignedIn;

/** The form for a new key, and the only sight of its secret. */
class NewKeyDialog extends Dialog {
  private final transient ApiKeys keys;
  private final transient Runnable created;
  private final TextField name = new TextField(tr("access.key.name"));
  private final RoleField roles =
      new RoleField(Stream.of(Role.values()).filter(Role::forKeys).toList());
  private final CheckboxGroup<Environment> places =
      new CheckboxGroup<>(tr("access.key.environments"));

  NewKeyDialog(ApiKeys keys, List<Environment> environments, Runnable created) {
    this.keys = keys;
    this.created = created;
    setHeaderTitle(tr("access.keys.new"));
    setWidth("42rem");
    name.setHelperText(tr("access.key.name.help"));
    name.setAutofocus(true);
    roles.setValue(Set.of(Role.CALLER));
    places.setItems(environments);
    places.setItemLabelGenerator(environment -> environment.label(Messages.locale()));
    places.setHelperText(tr("access.key.environments.help"));
    var form = new Div(name, roles, places);
    form.addClassName("rw-form");
    add(form);
    var create = new Button(tr("access.keys.create"), click -> create());
    create.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(tr("shell.cancel"), click -> close()), create);
  }

  private void create() {
    var chosen = places.getValue().stream().map(Environment::name).collect(Collectors.toSet());
    try {
      var key =
          keys.create(name.getValue().strip(), roles.getValue(), chosen, SignedIn.here().actor());
      close();
      created.run();
      new SecretDialog(key).open();
    } catch (KeyRefusedException refused) {
      Refusals.tell(refused.reason());
    }
  }
}
