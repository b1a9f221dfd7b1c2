// What nearly every test includes, compiled once per layer. Each test still includes what it uses itself. nlohmann/json
// stays out: json.h stands in for it.
#pragma once

#include <QtTest>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <ranges>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <variant>
#include <vector>

#include <tl/expected.hpp>
