/** Who may do what: people with passwords and roles, scripts with keys, and the first start. */
@NullMarked
package org.rulewright.access;

import org.jspecify.annotations.NullMarked;
