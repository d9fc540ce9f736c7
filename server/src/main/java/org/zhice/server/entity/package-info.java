/**
 * What a release says of a thing, at the address of the thing: its page, its data, how it is cited; and what things
 * that stand in an answer are called. The front door for other rooms is
 * {@link org.zhice.server.entity.Description}.
 */
package org.zhice.server.entity;
