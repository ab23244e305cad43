@NullMarked
package org.rulewright.ui.dmn;

import org.jspecify.annotations.NullMarked;
