/**
 * The names in tasks. {@link org.zhice.loader.extract.name.Mentions} is the front door: it finds campaigns, programmes,
 * pilots, platforms, events and publications, international bodies, and treaties without title marks. There are two roads:
 * {@code KnownNames} looks for what the tables have, {@code FormedNames} and the rest for what has the form of a name, by
 * the rules of {@code forms.tsv} and {@code campaigns.tsv}. What only the form tells is a row without an id.
 */
package org.zhice.loader.extract.name;
