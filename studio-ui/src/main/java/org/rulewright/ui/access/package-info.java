/** Signing in, one's own account, and the screens of users, roles and API keys. */
@NullMarked
package org.rulewright.ui.access;

import org.jspecify.annotations.NullMarked;
