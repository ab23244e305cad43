@NullMarked
package org.rulewright.simulation;

import org.jspecify.annotations.NullMarked;
