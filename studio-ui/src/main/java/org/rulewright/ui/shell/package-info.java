/** The frame every screen lives in, and the small parts all screens are made of. */
@NullMarked
package org.rulewright.ui.shell;

import org.jspecify.annotations.NullMarked;
