/** What the dataset says of itself: VoID, DCAT, DQV and its prefixes, made of a release. */
package org.zhice.query.describe;
