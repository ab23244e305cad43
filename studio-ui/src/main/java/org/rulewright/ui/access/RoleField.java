package org.rulewright.ui.access;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import org.rulewright.access.Role;

/** Roles to tick, each with what it may do. */
class RoleField extends CheckboxGroup<Role> {

  RoleField(List<Role> roles) {
    super(tr("access.roles"));
    setItems(roles);
    setItemLabelGenerator(role -> trOf("shell.role", role));
    setRenderer(new ComponentRenderer<>(RoleField::words));
    addClassName("rw-roles");
  }

  private static Div words(Role role) {
    var what = new Span(trOf("access.role", role));
    what.addClassNames("rw-muted", "rw-small");
    var words = new Div(new Div(new Span(trOf("shell.role", role))), what);
    words.addClassName("rw-role");
    return words;
  }
}
