/** The screens of releases: what runs where, since when, by whom; releasing and going back. */
@NullMarked
package org.rulewright.ui.release;

import org.jspecify.annotations.NullMarked;
