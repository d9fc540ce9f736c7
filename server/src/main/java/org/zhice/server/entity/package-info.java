/**
 * What a release says of a thing, at the address of the thing: its page, its data, how it is cited; and what other rooms say of
 * things that stand in an answer: their names, and the evidence for a row. The front door for other rooms is
 * {@link org.zhice.server.entity.Description}.
 */
package org.zhice.server.entity;
