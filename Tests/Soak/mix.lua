-- Visitors who ask for one page after the other; each line of the list is weight, address and cookie.
local asks = {}

function init(arguments)
    math.randomseed(1)
    for line in io.lines(arguments[1]) do
        local weight, address, cookie = line:match("^(%d+)\t([^\t]*)\t(.*)$")
        local headers = { Host = wrk.headers["Host"], Accept = "text/html" }
        if cookie ~= "" then headers["Cookie"] = cookie end
        local ask = wrk.format("GET", address, headers)
        for _ = 1, tonumber(weight) do asks[#asks + 1] = ask end
    end
end

function request()
    return asks[math.random(#asks)]
end

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format("sum %d %d %d %d %d %d\n", summary.requests, summary.duration,
        errors.connect + errors.read + errors.write + errors.timeout, errors.status,
        latency:percentile(50), latency:percentile(99)))
end
