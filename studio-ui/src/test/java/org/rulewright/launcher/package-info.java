/** The studio and the launcher as processes of their own: started, stopped, killed, refused. */
@NullMarked
package org.rulewright.launcher;

import org.jspecify.annotations.NullMarked;
