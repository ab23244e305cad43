/**
 * The database under the studio: an embedded PostgreSQL or one that is given, its two roles and its
 * migrations, and the data folder they keep their secrets in.
 *
 * @see "docs/decisions/0002-own-launcher-for-embedded-postgresql.md"
 */
@NullMarked
package org.rulewright.database;

import org.jspecify.annotations.NullMarked;
