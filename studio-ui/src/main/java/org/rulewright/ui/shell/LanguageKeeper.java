package org.rulewright.ui.shell;

/** Keeps the language a person chose, beyond the browser they chose it in. */
public interface LanguageKeeper {

  void keep(SignedIn person, Language language);
}
