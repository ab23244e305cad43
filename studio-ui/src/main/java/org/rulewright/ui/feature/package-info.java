/** The screen of the feature dictionary. */
@NullMarked
package org.rulewright.ui.feature;

import org.jspecify.annotations.NullMarked;
