/**
 * The places that figures are of. {@link org.zhice.loader.extract.place.Places} is the front door: {@code Gazetteer} knows the
 * names, {@code PlaceForm} what looks like one, {@code DocumentPlace} of which place a whole document tells, and
 * {@code Mentions} which place 全省 or 本县 means.
 */
package org.zhice.loader.extract.place;
