/** The first screen after signing in: what to do next, and how things stand. */
@NullMarked
package org.rulewright.ui.home;

import org.jspecify.annotations.NullMarked;
