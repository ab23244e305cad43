/** What people do in the studio, done by a browser in a studio that really runs. */
@NullMarked
package org.rulewright.ui.journey;

import org.jspecify.annotations.NullMarked;
