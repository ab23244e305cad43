/** XML of strangers: read into a tree without fetching or expanding anything, and written back. */
@NullMarked
package org.rulewright.xml;

import org.jspecify.annotations.NullMarked;
