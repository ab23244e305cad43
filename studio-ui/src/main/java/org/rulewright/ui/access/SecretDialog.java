package org.rulewright.ui.access;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.rulewright.access.NewApiKey;
import org.rulewright.ui.shell.Notices;

/** Shows the secret of a new key, this once. */
class SecretDialog extends Dialog {

  SecretDialog(NewApiKey key) {
    setHeaderTitle(tr("access.secret.title", key.key().name()));
    setWidth("36rem");
    setCloseOnOutsideClick(false);
    setCloseOnEsc(false);
    var secret = new Span(key.secret());
    secret.addClassName("rw-mono");
    var copy = new Button(tr("access.secret.copy"), VaadinIcon.COPY_O.create());
    copy.addClickListener(click ->
        copy.getElement()
            .executeJs("return navigator.clipboard.writeText($0)", key.secret())
            .then(
                copied -> Notices.done(tr("access.secret.copied")),
                failure ->
                    Notices.failed(
                        tr("access.secret.notCopied"), tr("access.secret.notCopied.remedy"))));
    var line = new Div(secret, copy);
    line.addClassName("rw-secret");
    add(new Paragraph(tr("access.secret.text")), line);
    var done = new Button(tr("access.secret.done"), click -> close());
    done.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(done);
  }
}
