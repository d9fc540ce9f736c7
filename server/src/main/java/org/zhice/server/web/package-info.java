/**
 * HTTP for all rooms: a page answers a client from a release, and one place sends what it answers, with revision, security
 * headers and problems. Knows no room.
 */
package org.zhice.server.web;
