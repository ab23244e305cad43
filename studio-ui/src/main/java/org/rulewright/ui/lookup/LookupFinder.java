package org.rulewright.ui.lookup;

import static org.rulewright.ui.shell.Messages.tr;

import java.util.List;
import java.util.Locale;
import org.rulewright.lookuptable.Lookup;
import org.rulewright.lookuptable.Lookups;
import org.rulewright.ui.shell.Finder;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.SignedIn;
import org.springframework.stereotype.Component;

/** Finds look-up tables from the quick search. */
@Component
class LookupFinder implements Finder {
  private final Lookups lookups;

  LookupFinder(Lookups lookups) {
    this.lookups = lookups;
  }

  @Override
  public List<Found> find(String letters, SignedIn person, int most) {
    if (!person.hasAny(Roles.STRATEGIST, Roles.OPERATOR)) {
      return List.of();
    }
    var wanted = letters.strip().toLowerCase(Locale.ROOT);
    return lookups.list().stream()
        .filter(each -> names(each).contains(wanted))
        .limit(most)
        .map(each -> new Found(each.name(), tr("lookup.one"), LookupNavigation.path(each.key())))
        .toList();
  }

  private static String names(Lookup lookup) {
    return (lookup.name() + " " + lookup.key()).toLowerCase(Locale.ROOT);
  }
}
