@NullMarked
package org.rulewright.model;

import org.jspecify.annotations.NullMarked;
