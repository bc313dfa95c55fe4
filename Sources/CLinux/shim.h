#pragma once

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <arpa/inet.h>

// <sys/socket.h> declares it only with _GNU_SOURCE, which Swift's Glibc is imported without.
extern int accept4(int socket, struct sockaddr *address, socklen_t *length, int flags);
