/** What runs where: releases of versions into environments, their history, and going back. */
@NullMarked
package org.rulewright.release;

import org.jspecify.annotations.NullMarked;
