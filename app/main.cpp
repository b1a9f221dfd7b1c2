// Starts the program: a command of the command line, or the window.
#include "app/commandline.h"

int main(int argc, char **argv)
{
    return evenredig::run(argc, argv);
}
